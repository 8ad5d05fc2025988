package souspli.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import souspli.staff.Acting.NotAllowed;

/**
 * Who stands behind the present request: set once, by the gate of room {@code signin}, after it has looked the member
 * up anew. Empty wherever nobody has signed in.
 */
@Named("who")
@RequestScoped
public class WhoIsActing {

  private Acting acting;
  private String name = "";
  private String place = "";

  /** Called by the gate alone. {@code place} is the pharmacy's name, empty for who belongs to none. */
  public void is(Acting acting, String name, String place) {
    if (this.acting != null) {
      throw new IllegalStateException("somebody is acting already");
    }
    this.acting = acting;
    this.name = name;
    this.place = place;
  }

  /** The same person has shown a factor within this request. */
  public void hasProven() {
    acting = require().proven();
  }

  public Optional<Acting> acting() {
    return Optional.ofNullable(acting);
  }

  /** For pages and doors that nobody reaches without having signed in. */
  public Acting require() {
    return acting().orElseThrow(() -> new NotAllowed("nobody has signed in"));
  }

  /** The member's name as shown on top of the page; empty where nobody has signed in. */
  public String getName() {
    return name;
  }

  /** The name of the member's pharmacy; empty for who belongs to none, and where nobody has signed in. */
  public String getPlace() {
    return place;
  }

  public boolean isSignedIn() {
    return acting != null;
  }

  /** For views: {@code #{who.may('ISSUE')}}. */
  public boolean may(String act) {
    return acting != null && acting.may(Act.valueOf(act));
  }
}
