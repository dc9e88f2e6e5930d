package dev.millrace.broker.declared;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings the cluster to what is declared before anybody is told that it is ready. */
@Component
final class Start implements SmartInitializingSingleton {

    private final List<Declaration> declarations;
    private final DeclaredSettings settings;

    Start(List<Declaration> declarations, DeclaredSettings settings) {
        this.declarations = declarations;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        declarations.forEach(declaration -> declaration.apply(settings.delete()));
    }
}
