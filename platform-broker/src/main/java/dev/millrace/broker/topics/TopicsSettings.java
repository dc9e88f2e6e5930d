package dev.millrace.broker.topics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where topics are declared.
 *
 * @param catalogue the file that declares them, a path or a URL
 * @param answerWithin most that Kafka may take to answer one request about topics
 */
@ConfigurationProperties("millrace.topics")
record TopicsSettings(
        @DefaultValue("classpath:platform/topics.yml") String catalogue,
        @DefaultValue("10s") Duration answerWithin) {}
