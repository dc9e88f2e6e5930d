package dev.millrace.cdc.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cdc.snapshot.Message.Cancel;
import dev.millrace.cdc.snapshot.Message.Mark;
import dev.millrace.cdc.snapshot.Message.Request;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    static Stream<Message> messages() {
        return Stream.of(
                new Request("users", UUID.randomUUID(), "public.users"),
                new Request("users", UUID.randomUUID(), "public.two words"),
                new Cancel("users", "public.two words"),
                new Mark(UUID.randomUUID(), 42));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWhatItsTextSays(Message message) {
        assertThat(Message.parse(message.toString())).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mark", "mark here 1", "request users public.users", "cancel users", "hello"})
    void isNoneWhereSomebodyElseHasSpoken(String text) {
        assertThat(Message.parse(text)).isEmpty();
    }
}
