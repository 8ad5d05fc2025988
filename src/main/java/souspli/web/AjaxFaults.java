package souspli.web;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Faults of a request that a script has made: Faces would log them with their messages and send those to the browser.
 * Here they are written as those of whole pages are, and the script gets the reference. A page whose state has expired
 * is drawn anew.
 */
public class AjaxFaults extends ExceptionHandlerFactory {
  private static final String XML = "<?xml version='1.0' encoding='UTF-8'?><partial-response>%s</partial-response>";
  private static final String FAULT = "<error><error-name>fault</error-name><error-message>%s</error-message></error>";

  public AjaxFaults(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {
    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      FacesContext faces = FacesContext.getCurrentInstance();
      Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
      if (!faces.getPartialViewContext().isAjaxRequest() || !queued.hasNext()) {
        super.handle();
        return;
      }
      Throwable fault = getRootCause(queued.next().getContext().getException());
      queued.remove();
      answer(faces, fault);
    }

    private static void answer(FacesContext faces, Throwable fault) {
      ExternalContext response = faces.getExternalContext();
      if (NotHere.isCauseOf(fault)) {
        NotHere.tell(response.getRequestMap(), fault);
        sayItIsNotHere(faces);
        return;
      }
      String path = (String) response.getRequestMap().get("jakarta.servlet.forward.request_uri");
      response.responseReset();
      response.setResponseContentType("text/xml;charset=UTF-8");
      try {
        if (fault instanceof ViewExpiredException && path != null) {
          response.getResponseOutputWriter().write(XML.formatted("<redirect url=\"" + path + "\"/>"));
        } else {
          response.setResponseStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
          response.getResponseOutputWriter().write(XML.formatted(FAULT.formatted(Trace.written(fault))));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      faces.responseComplete();
    }

    /** A script gets what a person gets, byte for byte. */
    private static void sayItIsNotHere(FacesContext faces) {
      faces.getExternalContext().responseReset();
      try {
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      faces.responseComplete();
    }

    @Override
    public Throwable getRootCause(Throwable fault) {
      Throwable cause = super.getRootCause(fault);
      return cause instanceof FacesException && cause.getCause() != null ? cause.getCause() : cause;
    }
  }
}
