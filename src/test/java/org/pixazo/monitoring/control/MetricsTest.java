package org.pixazo.monitoring.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @AfterEach
    void end() {
        metrics.end();
    }

    @Test
    void countsUnderNamesOfPixazo() {
        metrics.count("chat.answers", "Answers of models", "outcome", "complete");
        metrics.count("chat.answers", "Answers of models", "outcome", "complete");
        metrics.count("chat.answers", "Answers of models", "outcome", "failed");

        assertThat(metrics.scrape())
                .contains("# HELP pixazo_chat_answers_total Answers of models")
                .contains("# TYPE pixazo_chat_answers_total counter")
                .contains("pixazo_chat_answers_total{outcome=\"complete\"} 2.0")
                .contains("pixazo_chat_answers_total{outcome=\"failed\"} 1.0");
    }

    @Test
    void showsWhatAGaugeSaysNow() {
        AtomicInteger running = new AtomicInteger(3);
        metrics.gauge("image.jobs", "Jobs", running::get, "status", "running");
        assertThat(metrics.scrape()).contains("pixazo_image_jobs{status=\"running\"} 3.0");

        running.set(4);

        assertThat(metrics.scrape()).contains("pixazo_image_jobs{status=\"running\"} 4.0");
    }

    @Test
    void putsRequestsIntoBuckets() {
        metrics.request("GET", "/api/chats/{id}", 200, Duration.ofMillis(20));

        assertThat(metrics.scrape())
                .contains(
                        "http_server_requests_seconds_bucket{method=\"GET\",status=\"200\",uri=\"/api/chats/{id}\",le=\"0.01\"} 0")
                .contains(
                        "http_server_requests_seconds_bucket{method=\"GET\",status=\"200\",uri=\"/api/chats/{id}\",le=\"0.025\"} 1")
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/api/chats/{id}\"} 1");
    }

    @Test
    void measuresTheProcess() {
        metrics.measureProcess();

        assertThat(metrics.scrape())
                .contains("jvm_memory_used_bytes{area=\"heap\"", "jvm_threads_live_threads", "jvm_gc_")
                .contains("process_cpu_usage", "process_uptime_seconds");
    }

    @Test
    void refusesNamesThatWouldNotFitIn() {
        assertThatThrownBy(() -> metrics.count("pixazo.chats", "twice")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> metrics.count("chatAnswers", "camel")).isInstanceOf(IllegalArgumentException.class);
    }
}
