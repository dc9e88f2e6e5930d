package dev.millrace.local.jvm;

import dev.millrace.local.platform.Component;
import java.io.IOException;

/** A component that runs on the JVM, and so can start faster the next time. */
public interface JavaComponent extends Component {

    JavaApplication application() throws IOException;
}
