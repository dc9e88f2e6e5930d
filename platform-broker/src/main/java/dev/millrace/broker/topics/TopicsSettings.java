package dev.millrace.broker.topics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where topics are declared, and how long Kafka may take to answer about them.
 *
 * @param catalogue the file that declares them
 * @param timeout most that one question to Kafka may take
 */
@ConfigurationProperties("millrace.topics")
record TopicsSettings(
        @DefaultValue("classpath:platform/topics.yml") Resource catalogue,
        @DefaultValue("10s") Duration timeout) {}
