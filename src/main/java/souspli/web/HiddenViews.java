package souspli.web;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;

/**
 * Finds each view below {@code WEB-INF/views}, though it is named as if it lay at the root. The server answers the name
 * of a folder at the root with a redirect of its own, before any filter: so there is to be no folder.
 */
public class HiddenViews extends ResourceHandlerWrapper {
  private static final String PRIVATE = "/WEB-INF/";

  public HiddenViews(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public ViewResource createViewResource(FacesContext context, String name) {
    boolean view = name.endsWith(".xhtml") && !name.startsWith(PRIVATE);
    return super.createViewResource(context, view ? PRIVATE + "views" + name : name);
  }
}
