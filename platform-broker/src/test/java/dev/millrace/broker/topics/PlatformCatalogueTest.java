package dev.millrace.broker.topics;

import static dev.millrace.contracts.Topics.deadLettersOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.declared.DeclaredFile;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PlatformCatalogueTest {

    private static final Catalogue CATALOGUE =
            DeclaredFile.read(new ClassPathResource("platform/topics.yml"), Catalogue.class);

    @Test
    void declaresEveryTopicOfTheContracts() {
        assertThat(CATALOGUE.names()).containsAll(contractTopics());
    }

    @Test
    void declaresDeadLettersOfNothingButDeclaredTopics() {
        var deadLetters = CATALOGUE.names().stream()
                .map(dev.millrace.contracts.Topics::deadLettersOf)
                .toList();
        assertThat(CATALOGUE.names())
                .filteredOn(name -> name.endsWith(deadLettersOf("")))
                .isNotEmpty()
                .isSubsetOf(deadLetters);
    }

    @Test
    void keepsTheEventStoreForEver() {
        assertThat(topic(dev.millrace.contracts.Topics.ORDER_EVENTS).config())
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    private static Topic topic(String name) {
        return CATALOGUE.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> contractTopics() {
        return Arrays.stream(dev.millrace.contracts.Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(PlatformCatalogueTest::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
