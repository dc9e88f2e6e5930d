package dev.millrace.local.engines;

import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.Platform;
import dev.millrace.local.settings.Folders;
import java.nio.file.Path;
import java.util.Collection;

/** Engines as {@code ./run up} starts them: processes of this machine. */
final class ProcessHost implements EngineHost {

    private final Folders folders;
    private final Platform platform;

    ProcessHost(Folders folders) {
        this.folders = folders;
        this.platform = new Platform(folders, Observer.NOBODY);
    }

    @Override
    public Path secrets() {
        return folders.data();
    }

    @Override
    public void start(Collection<? extends Component> engines) {
        platform.start(engines);
    }

    @Override
    public void pause(String engine) {
        platform.child(engine).suspend();
    }

    @Override
    public void resume(String engine) {
        platform.child(engine).resume();
    }

    @Override
    public void kill(String engine) {
        platform.child(engine).kill();
    }

    @Override
    public void restart(String engine) {
        platform.restart(engine);
    }

    @Override
    public void end() {
        platform.kill();
    }
}
