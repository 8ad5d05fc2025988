/**
 * What every page for patients and the public looks like: the brand, the one style and the one script inside the page,
 * and the policy that lets in exactly these.
 *
 * <p>Begins at {@link souspli.look.Look}, {@code #{look}} in {@code WEB-INF/layout/patient.xhtml}. A brand that could
 * not be read, or would fetch anything, is refused. {@link souspli.look.ErrorAnswer} is what is said when there is
 * nothing to say.
 */
@Room(uses = {"settings", "web"})
package souspli.look;

import souspli.Room;
