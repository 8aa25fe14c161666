package org.pixazo.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Timer;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.AnswerJournal;
import org.pixazo.chats.control.AnswerRows;
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.AnswerEnd;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.images.entity.Place;
import org.pixazo.images.entity.StoredFile;
import org.pixazo.schema.control.Node;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.testing.Wait;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.WorkspaceFields;

/**
 * What shows only inside of the server: who wins where several want the same, what a failure takes back, what a dead
 * server leaves behind. Runs in Payara Micro, in the real application with this package added to it, while the real
 * heartbeat beats; a test that must not be disturbed by it does its work in one transaction.
 */
@ExtendWith(ArquillianExtension.class)
class DurableWorkInsideIT {

    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final StoredFile FILE = new StoredFile("0".repeat(64), "image/png", 1);
    private static final PageRequest PAGE = new PageRequest(50, null);

    @Inject
    AccountService accounts;

    @Inject
    ApiKeyService keys;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    AnswerRows answerRows;

    @Inject
    Answers answers;

    @Inject
    AnswerJournal journal;

    @Inject
    ImageJobRepository jobs;

    @Inject
    Node node;

    @Inject
    Rows rows;

    @Inject
    UserTransaction transaction;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService threads;

    private long userId;
    private long workspaceId;
    private long chatId;

    @Deployment
    static WebArchive application() {
        WebArchive application = ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File("target/pixazo.war"))
                .as(WebArchive.class);
        // Arquillian reads in the log where the server listens, and understands it only as Payara itself writes it.
        application.delete("/WEB-INF/classes/org/pixazo/monitoring/boundary/LogStart.class");
        // Starts after the former.
        application.delete("/WEB-INF/classes/org/pixazo/monitoring/boundary/ShutdownStart.class");
        return application
                .addPackage(DurableWorkInsideIT.class.getPackage())
                .addClass(Wait.class)
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()));
    }

    @BeforeEach
    void a_user_with_a_chat() {
        userId = accounts.register("user" + System.nanoTime(), "a long password", null)
                .id();
        workspaceId = workspaces
                .create(userId, new WorkspaceFields("Inside", null, null, null))
                .id();
        chatId = chats.create(userId, workspaceId, ChatFields.named("Inside", null))
                .id();
    }

    @Test
    void of_many_who_want_a_job_one_gets_it() {
        Instant later = Timestamps.now().plusSeconds(3600);
        List<Long> wanted = IntStream.range(0, 40)
                .mapToObj(index -> add(job("sdxl", later)))
                .toList();
        rows.makeDue(wanted);
        Map<Long, Long> versions = wanted.stream()
                .collect(Collectors.toMap(id -> id, id -> rows.fresh(id).version()));

        CyclicBarrier each = new CyclicBarrier(THREADS);
        List<List<Long>> won = atOnce(() -> {
            List<Long> mine = new ArrayList<>();
            for (long id : wanted) {
                each.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (jobs.claim(id)) {
                    mine.add(id);
                }
            }
            return mine;
        });

        List<Long> winners = won.stream().flatMap(List::stream).toList();
        // The heartbeat takes part; on a busy machine it wins most of them.
        assertThat(winners).doesNotHaveDuplicates().isNotEmpty();
        for (long id : winners) {
            ImageJob job = rows.fresh(id);
            assertThat(job.runsOn(node.name())).isTrue();
            assertThat(job.version())
                    .as("version of job " + id + ", which each claim raises")
                    .isEqualTo(versions.get(id) + 1);
            jobs.end(id, JobStatus.CANCELLED, null);
        }
        assertThat(wanted).noneMatch(jobs::claim);
    }

    @Test
    void a_job_under_a_live_lease_is_nobody_elses_and_free_when_the_lease_has_run_out() {
        long id = add(job("sdxl", Timestamps.now().plusSeconds(3600)));
        rows.lease(id, new Lease("elsewhere:1", Timestamps.now().plusSeconds(3600)));
        assertThat(jobs.claim(id)).isFalse();
        assertThat(jobs.renew(id)).isFalse();
        jobs.end(id, JobStatus.FAILED, "not ours to say");
        assertThat(rows.fresh(id).runsOn("elsewhere:1")).isTrue();

        inOneTransaction(() -> {
            rows.lease(id, new Lease("elsewhere:1", Timestamps.now().minusMillis(1)));
            assertThat(jobs.claim(id)).isTrue();
            assertThat(jobs.claim(id)).isFalse();
        });
        assertThat(rows.fresh(id).runsOn(node.name())).isTrue();
        assertThat(jobs.renew(id)).isTrue();
        jobs.end(id, JobStatus.CANCELLED, null);
    }

    @Test
    void a_picture_is_added_only_where_its_job_runs_and_only_once() {
        ImageJob job = jobs.add(List.of(job("sdxl", Timestamps.now().plusSeconds(3600))), Optional.empty())
                .get(0);
        long id = job.id();
        assertThat(jobs.addImage(id, 0, job.spec(), FILE, Duration.ofSeconds(1)))
                .as("waits")
                .isEmpty();
        rows.lease(id, new Lease("elsewhere:1", Timestamps.now().plusSeconds(3600)));
        assertThat(jobs.addImage(id, 0, job.spec(), FILE, Duration.ofSeconds(1)))
                .as("runs elsewhere")
                .isEmpty();

        rows.lease(id, new Lease(node.name(), Timestamps.now().plusSeconds(3600)));
        List<Boolean> added = atOnce(() -> {
            try {
                return jobs.addImage(id, 0, job.spec(), FILE, Duration.ofSeconds(1))
                        .isPresent();
            } catch (EJBException taken) {
                return false;
            }
        });
        assertThat(added).containsOnlyOnce(true);
        assertThatThrownBy(() -> jobs.addImage(id, 0, job.spec(), FILE, Duration.ofSeconds(1)))
                .isInstanceOf(EJBException.class);
        assertThat(rows.pictures(id, 0)).isEqualTo(1);
        assertThat(rows.fresh(id).done()).isEqualTo(1);
        assertThat(jobs.addImage(id, 1, job.spec(), FILE, Duration.ofSeconds(1)))
                .isPresent();
        assertThat(jobs.doneIndexes(id)).containsExactlyInAnyOrder(0, 1);

        jobs.end(id, JobStatus.CANCELLED, null);
        assertThat(jobs.addImage(id, 2, job.spec(), FILE, Duration.ofSeconds(1)))
                .as("has ended")
                .isEmpty();
    }

    @Test
    void release_puts_back_what_runs_here_and_nothing_else() {
        Instant later = Timestamps.now().plusSeconds(3600);
        long here = add(job("sdxl", later));
        long elsewhere = add(job("sdxl", later));
        rows.lease(here, new Lease(node.name(), later));
        rows.lease(elsewhere, new Lease("elsewhere:1", later));

        assertThat(jobs.release()).isGreaterThanOrEqualTo(1);
        assertThat(rows.fresh(here).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(rows.fresh(elsewhere).runsOn("elsewhere:1")).isTrue();
        assertThat(jobs.renew(here)).isFalse();
    }

    @Test
    void a_question_whose_last_step_fails_leaves_nothing_behind() {
        IdempotencyKey nobodys = new IdempotencyKey(Long.MAX_VALUE, "key", "request");
        assertThatThrownBy(() -> messages.ask(userId, chatId, "lost", "offline", node.lease(), Optional.of(nobodys)))
                .isInstanceOf(EJBException.class);
        assertThat(messages.all(chatId)).isEmpty();
        assertThat(rows.tip(chatId)).isNull();
    }

    @Test
    void a_failure_of_ours_takes_back_what_was_written_and_arrives_as_itself() {
        NotFoundException failure = new NotFoundException("It is gone.");
        assertThatThrownBy(() -> rows.storeAndFail(userId, chatId, failure)).isSameAs(failure);
        assertThat(messages.all(chatId)).isEmpty();
        assertThat(rows.tip(chatId)).isNull();
    }

    @Test
    void a_question_sent_many_times_at_once_is_stored_once() {
        Optional<IdempotencyKey> key = IdempotencyKey.of(userId, "again", "request");
        List<MessageRepository.Stored> stored =
                atOnce(() -> messages.ask(userId, chatId, "once", "offline", node.lease(), key));
        assertThat(stored.stream().map(one -> one.message().id()).distinct()).hasSize(1);
        assertThat(stored.stream().filter(one -> !one.repeated())).hasSize(1);
        assertThat(messages.all(chatId)).hasSize(2);

        Optional<IdempotencyKey> other = IdempotencyKey.of(userId, "again", "another request");
        assertThatThrownBy(() -> messages.ask(userId, chatId, "twice", "offline", node.lease(), other))
                .isInstanceOf(ConflictException.class);
        assertThat(messages.all(chatId)).hasSize(2);
    }

    @Test
    void an_answer_that_nobody_receives_any_more_ends_with_what_the_journal_has() {
        Lease elsewhere = new Lease("elsewhere:1", Timestamps.now().plusSeconds(3600));
        long ours = ask(node.lease());
        long alive = ask(elsewhere);
        long dead = ask(elsewhere);
        try (AnswerJournal.Entry entry = journal.open(ours)) {
            entry.append("What had ");
            entry.append("come – ");
        }
        answers.adoptOrphans(false);
        assertThat(status(ours)).as("its lease lives").isEqualTo(MessageStatus.STREAMING);

        answers.adoptOrphans(true);
        assertThat(messages.get(chatId, ours).content()).isEqualTo("What had come – ");
        assertThat(status(ours)).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(journal.read(ours)).isEmpty();
        assertThat(status(alive)).isEqualTo(MessageStatus.STREAMING);

        rows.leaseAnswer(dead, new Lease("elsewhere:1", Timestamps.now().minusMillis(1)));
        answers.adoptOrphans(false);
        assertThat(status(dead)).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(status(alive)).isEqualTo(MessageStatus.STREAMING);
    }

    @Test
    void an_answer_ends_while_its_lease_is_renewed() {
        for (int round = 0; round < 20; round++) {
            long answer = ask(node.lease());
            AtomicInteger turn = new AtomicInteger();
            List<Boolean> ended = atOnce(() -> {
                if (turn.getAndIncrement() > 0) {
                    answerRows.renew(answer, node.lease());
                    return false;
                }
                return answerRows
                        .end(answer, new AnswerEnd(MessageStatus.COMPLETE, "Whole.", null, "stop", null))
                        .isPresent();
            });
            assertThat(ended).containsOnlyOnce(true);
            assertThat(status(answer)).isEqualTo(MessageStatus.COMPLETE);
        }
    }

    @Test
    void a_renewed_lease_and_a_used_key_are_no_new_version_to_their_clients() {
        long answer = ask(node.lease());
        assertThat(answerRows.renew(answer, node.lease())).isTrue();
        assertThat(messages.get(chatId, answer).version()).isEqualTo(1);

        Caller session = new Caller(userId, "", Role.USER, Set.of(Scope.values()), null, Set.of(), KeyLimits.NONE);
        long key = keys.create(
                        session,
                        new ApiKeyService.Grant("used", Set.of(Scope.CHAT), List.of(), KeyLimits.NONE, null, false))
                .key()
                .id();
        long version = keys.find(key).orElseThrow().version();
        keys.used(key, Timestamps.now());
        assertThat(keys.find(key).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void reads_of_many_threads_without_a_transaction_never_fail() {
        long message = messages.store(userId, chatId, MessageRole.USER, "read me", Optional.empty())
                .message()
                .id();
        long job = add(job("sdxl", Timestamps.now().plusSeconds(3600)));
        // Short calls, as those of requests and timers: what a call opened must not end under another one.
        Runnable reads = () -> {
            assertThat(messages.list(chatId, PAGE).items()).hasSize(1);
            assertThat(messages.get(chatId, message).content()).isEqualTo("read me");
            assertThat(chats.get(userId, chatId).id()).isEqualTo(chatId);
            assertThat(workspaces.get(userId, workspaceId).name()).isEqualTo("Inside");
            assertThat(workspaces.list(userId, PAGE).items()).hasSize(1);
            assertThat(jobs.get(userId, job).n()).isEqualTo(3);
            assertThat(jobs.doneIndexes(job)).isEmpty();
        };
        for (int round = 0; round < 40; round++) {
            List<Boolean> done = atOnce(() -> {
                rows.withoutTransaction(reads);
                reads.run();
                rows.withoutTransaction(reads);
                return true;
            });
            assertThat(done).hasSize(THREADS);
        }
    }

    @Test
    void the_heartbeat_finds_a_job_that_nobody_announced() {
        long id = add(job("offline", Timestamps.now()));
        Wait.until(PATIENCE, () -> rows.fresh(id).status() == JobStatus.SUCCEEDED);
        assertThat(jobs.doneIndexes(id)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(rows.timers()).isNotEmpty().noneMatch(Timer::isPersistent);
    }

    private ImageJob job(String model, Instant due) {
        ImageSpec spec = new ImageSpec("a lighthouse", null, model, null, 256, 256, null, null, 1);
        return new ImageJob(new Place(userId, null, null), spec, 3, due);
    }

    private long add(ImageJob job) {
        return jobs.add(List.of(job), Optional.empty()).get(0).id();
    }

    private long ask(Lease lease) {
        return messages.ask(userId, chatId, "Are you there?", "offline", lease, Optional.empty())
                .reply()
                .id();
    }

    private MessageStatus status(long messageId) {
        return messages.get(chatId, messageId).status();
    }

    private void inOneTransaction(Runnable work) {
        try {
            transaction.begin();
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something in sixteen threads of the server that begin together. */
    private <T> List<T> atOnce(Callable<T> work) {
        CyclicBarrier begin = new CyclicBarrier(THREADS);
        List<Future<T>> begun = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> {
                    begin.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    return work.call();
                }))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> one : begun) {
            try {
                results.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("A thread of " + THREADS + " failed", e);
            }
        }
        return results;
    }
}
