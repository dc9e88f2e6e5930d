package dev.millrace.broker.declared;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints what it would take to bring a cluster to what is declared, or brings it there: one run from a command line. */
@Component
public final class PlanCommand {

    /** Exit code of a plan that is not empty, after the habit of such tools. */
    public static final int DIFFERENCES = 2;

    private final List<Declaration> declarations;
    private final DeclaredSettings settings;

    PlanCommand(List<Declaration> declarations, DeclaredSettings settings) {
        this.declarations = declarations;
        this.settings = settings;
    }

    /** @return 0 when the cluster is as declared, {@value #DIFFERENCES} when it is not */
    public int plan(PrintStream out) {
        var count = 0;
        for (var declaration : declarations) {
            for (var difference : declaration.differences()) {
                out.printf("%s %-7s %s%n", difference.kind().sign(), declaration.name(), difference);
                count++;
            }
        }
        out.println(count == 0 ? "The cluster is as declared." : summary(count));
        return count == 0 ? 0 : DIFFERENCES;
    }

    private String summary(int count) {
        return "%d differences: + is added, ~ changed, - deleted%s, ! for somebody to decide."
                .formatted(count, settings.delete() ? "" : " (with --delete only)");
    }

    /** @return 0; what can't be done is thrown */
    public int apply(PrintStream out) {
        plan(out);
        declarations.forEach(declaration -> declaration.apply(settings.delete()));
        out.println("Applied.");
        return 0;
    }
}
