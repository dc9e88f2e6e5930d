package dev.millrace.jpaorders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Events in a table of PostgreSQL, by Spring Data JPA; a request is answered after its commit. */
@SpringBootApplication
public class JpaOrdersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(JpaOrdersApplication.class, arguments);
    }
}
