package souspli.trail;

import java.time.Instant;
import java.util.Optional;
import souspli.sealedlink.SlipNumber;

/**
 * One line of the trail as somebody may see it.
 *
 * @param entry names the line, in hexadecimal digits
 * @param at to the second; the last, where {@code times} is more than 1
 * @param first the same as {@code at} but for refusals that were counted together
 * @param several whether those came from more neighbourhoods than {@code from}
 * @param actor the name of whoever did it; empty for the command line, for a stranger, and for somebody of elsewhere
 * @param elsewhere whether a member did it whom the reader does not know by name
 * @param subject the name of the member it was done to, where that is another than the actor
 */
public record Line(
    String entry,
    TrailKind kind,
    Instant at,
    Instant first,
    int times,
    boolean several,
    Optional<String> actor,
    boolean elsewhere,
    Optional<String> subject,
    Optional<SlipNumber> slip,
    Optional<Neighbourhood> from) {}
