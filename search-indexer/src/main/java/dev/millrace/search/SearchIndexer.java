package dev.millrace.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that makes users and orders searchable. */
@SpringBootApplication
@EnableScheduling
public class SearchIndexer {

    static void main(String[] args) {
        SpringApplication.run(SearchIndexer.class, args);
    }
}
