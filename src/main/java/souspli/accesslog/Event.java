package souspli.accesslog;

import java.time.Instant;

/**
 * One thing that happened to a link.
 *
 * @param seq counts a link's events from 0, without a gap
 * @param at whole seconds
 * @param actor number of the member of staff, or {@link Events#HOLDER} or {@link Events#PORTAL}
 * @param revision of the result at that time; 0 before there was one
 */
public record Event(int seq, Instant at, EventKind kind, long actor, int revision) {}
