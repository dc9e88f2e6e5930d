package dev.millrace.broker.declared;

import dev.millrace.broker.ConditionalOnControl;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnControl
final class DeclaredController {

    private final List<Declaration> declarations;

    DeclaredController(List<Declaration> declarations) {
        this.declarations = declarations;
    }

    /** What it would take to bring the cluster to what is declared; empty when it is there. */
    @GetMapping("/plan")
    List<Step> plan() {
        return declarations.stream()
                .flatMap(declaration -> declaration.differences().stream().map(found -> Step.of(declaration, found)))
                .toList();
    }

    /**
     * One difference.
     *
     * @param of what kind of thing differs, such as topics
     * @param kind ADD, CHANGE, DELETE (only with consent) or CONFLICT (somebody has to decide)
     */
    record Step(String of, Difference.Kind kind, String difference) {
        static Step of(Declaration declaration, Difference found) {
            return new Step(declaration.name(), found.kind(), found.toString());
        }
    }
}
