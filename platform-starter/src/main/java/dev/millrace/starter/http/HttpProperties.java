package dev.millrace.starter.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the service takes over HTTP.
 *
 * @param maxBodySize the longest request body, in bytes where no unit is given; 1 MiB by default
 */
@ConfigurationProperties("millrace.http")
record HttpProperties(@DefaultValue("1MB") DataSize maxBodySize) {}
