package dev.millrace.broker.declared;

/** One way in which a cluster is not as it is declared; as text, a sentence without its full stop. */
public interface Difference {

    Kind kind();

    /** What it would take to end it. */
    enum Kind {
        ADD("+"),
        CHANGE("~"),
        /** Done only with explicit consent. */
        DELETE("-"),
        /** Nothing here does it: somebody has to decide. */
        CONFLICT("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** In front of the sentence, in a plan. */
        public String sign() {
            return sign;
        }
    }
}
