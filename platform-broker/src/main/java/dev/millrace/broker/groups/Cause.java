package dev.millrace.broker.groups;

/** Why a group does not keep up with a partition. */
enum Cause {
    /** It does keep up. */
    NONE,
    /** Nobody is in it. */
    NO_MEMBERS,
    /** Its members have been busy all the while with who gets what. */
    REBALANCING,
    /** It has members, and none of them has the partition. */
    UNASSIGNED,
    /** It reads other partitions, those of the same member among them, if there was anything in them to read. */
    STUCK_RECORD,
    /** Its other members read, and this one nothing. */
    STUCK_MEMBER,
    /** It reads nothing at all. */
    ALL_STUCK,
    /** It reads nothing here, and has nothing else to read by which to tell why. */
    STUCK,
    /** One partition gets most of what arrives, and only that one lags. */
    HOT_PARTITION,
    /** More arrives than it reads. */
    TOO_SLOW,
    /** Its position was set back. */
    REWOUND,
    /** Records are about to be deleted that it has not read. */
    LOSS_BY_RETENTION
}
