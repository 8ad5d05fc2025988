package souspli.mail;

import souspli.staff.EmailAddress;

/** One letter to one member of staff, in plain text. Only {@link Letters} writes one. Prints nothing. */
public record Letter(EmailAddress to, String subject, String text) {

  @Override
  public String toString() {
    return "Letter";
  }
}
