package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that are answered without a server, and counted. */
final class CountedClients implements Client.Factory {

    static final int OK = 200;

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    private final Answer answer;

    CountedClients(Answer answer) {
        this.answer = answer;
    }

    /** What a call is answered, by its number. */
    interface Answer {
        int to(int call) throws IOException;
    }

    /** The call of this number meets a broken connection. */
    static Answer brokenOn(int number) {
        return call -> {
            if (call == number) {
                throw new IOException("reset");
            }
            return OK;
        };
    }

    @Override
    public Client open() {
        opened.incrementAndGet();
        return new Client() {
            @Override
            public int call() throws IOException {
                return answer.to(calls.incrementAndGet());
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
