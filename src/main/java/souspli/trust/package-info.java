/**
 * What anybody can check without an account: what is promised, which version answers and what it is made of; and the
 * small files that robots, researchers and browsers ask for.
 *
 * <p>Begins at {@link souspli.trust.TrustPage}, drawn by {@code trust/trust.xhtml}; {@link souspli.trust.Build} says
 * what runs, {@link souspli.trust.PublicFiles} hands out the rest.
 */
@Room(uses = {"settings", "web"})
package souspli.trust;

import souspli.Room;
