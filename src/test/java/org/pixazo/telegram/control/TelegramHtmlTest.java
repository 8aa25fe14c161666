package org.pixazo.telegram.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a < b & c > "d"              | a &lt; b &amp; c &gt; &quot;d&quot;
            **bold** and *it* and _it_   | <b>bold</b> and <i>it</i> and <i>it</i>
            ~~gone~~                     | <s>gone</s>
            `a<b`                        | <code>a&lt;b</code>
            # Heading                    | <b>Heading</b>
            - item                       | • item
            [x](https://a.org/?b=1&c=2)  | <a href="https://a.org/?b=1&amp;c=2">x</a>
            [x](javascript:alert)        | [x](javascript:alert)
            snake_case_name and 2*3*4    | snake_case_name and 2*3*4
            **open                       | **open
            """)
    void markdown_becomes_what_telegram_takes(String markdown, String html) {
        assertThat(TelegramHtml.of(markdown)).isEqualTo(html);
    }
}
