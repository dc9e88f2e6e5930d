package dev.millrace.broker.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the secrets of the users are.
 *
 * @param passwords a properties file with a password for each user; whoever has none yet is given one
 */
@ConfigurationProperties("millrace.access")
record AccessSettings(
        @DefaultValue(".millrace/passwords.properties") Path passwords) {}
