package dev.millrace.local.engines;

import dev.millrace.local.platform.Component;
import java.nio.file.Path;
import java.util.Collection;

/** What the engines of tests run in. */
interface EngineHost {

    /** Holds the credentials that engines are told. */
    Path secrets();

    /** Returns when all are ready and equipped. */
    void start(Collection<? extends Component> engines);

    /** Stops the engine from running, as a machine that hangs would; its connections stay open. */
    void pause(String engine);

    void resume(String engine);

    /** Ends the engine as {@code kill -9} does. */
    void kill(String engine);

    /** Starts the engine again over the same data and on the same port, after ending it if it still runs. */
    void restart(String engine);

    /** Ends all of them at once, as their data is of no use any more. */
    void end();
}
