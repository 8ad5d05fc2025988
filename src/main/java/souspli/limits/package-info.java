/**
 * Counted before checked. {@link souspli.limits.Gate} bounds what one neighbourhood of the network may ask, {@link
 * souspli.limits.Tries} what one link bears in its life.
 *
 * <p>Begins at {@link souspli.limits.CountTry}: plain SQL, one commit, and only then may anybody compare. No address is
 * stored; the cells of a day cannot be told from numbers drawn at random once its gate key is gone.
 */
@Room(uses = {"keys", "sealedlink"})
package souspli.limits;

import souspli.Room;
