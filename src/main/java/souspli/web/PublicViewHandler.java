package souspli.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Lets forms post to a page's public path: the name of its file answers nobody. */
public class PublicViewHandler extends ViewHandlerWrapper {
  public PublicViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String view) {
    return PublicPaths.ofView(view).orElseGet(() -> super.getActionURL(context, view));
  }
}
