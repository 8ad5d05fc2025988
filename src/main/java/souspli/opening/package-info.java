/**
 * The patient: one page, from a code and a date of birth to a result, or to the one answer that tells nothing.
 *
 * <p>Begins at {@link souspli.opening.OpenResult}, whose steps are those of the specification. It returns an {@link
 * souspli.opening.Opening}; each case has one view of its name in {@code opening/answers}. {@link
 * souspli.opening.OpeningPage} reads the post and sends the view, always in the same number of bytes. Nothing here
 * keeps anything: no session, no cookie, no view state.
 */
@Room(
    uses = {
      "accesslog",
      "keys",
      "limits",
      "links",
      "look",
      "pharmacies",
      "result",
      "sealedlink",
      "settings",
      "sheet",
      "web"
    })
package souspli.opening;

import souspli.Room;
