package dev.millrace.cdc.progress;

/** Why a capture cannot go on, in a sentence for the one who operates it. */
public final class ObstacleException extends RuntimeException {

    private final transient CaptureState state;

    private ObstacleException(String reason, CaptureState state) {
        super(reason);
        this.state = state;
    }

    /** It will pass. */
    public static ObstacleException passing(String reason) {
        return new ObstacleException(reason, new CaptureState.Waiting(reason));
    }

    /** Somebody has to do something; the sentence says what. */
    public static ObstacleException lasting(String reason) {
        return new ObstacleException(reason, new CaptureState.Blocked(reason));
    }

    public CaptureState state() {
        return state;
    }
}
