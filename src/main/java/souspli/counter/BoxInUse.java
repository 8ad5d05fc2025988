package souspli.counter;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/**
 * The box of kits that this counter takes tests from: typed once, kept until another one is typed or the session ends.
 */
@SessionScoped
public class BoxInUse implements Serializable {
  private static final long serialVersionUID = 1L;

  private String kind;
  private String kit;
  private String lot;

  void offerTo(Filled form) {
    form.offer("kind", kind);
    form.offer("kit", kit);
    form.offer("lot", lot);
  }

  void keep(Filled form) {
    kind = form.of("kind");
    kit = form.of("kit");
    lot = form.of("lot");
  }
}
