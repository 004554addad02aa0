package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Part;
import io.pacelight.dashboard.domain.Viewer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.ui.Model;

/** One request for a page: who asks, and the shell around the answer. */
public record Visit(Caller caller, Part<Viewer> viewer, String theme, boolean fragment) {

    /** Puts the shell into the model, as every full page needs it. */
    void shell(Model model, String here) {
        model.addAttribute("shell", Shell.of(here, viewer.orNull(), theme));
    }

    /** The zone of the viewer’s school; UTC while that is not known. */
    ZoneId zone() {
        Viewer known = viewer.orNull();
        return known == null ? ZoneOffset.UTC : known.zone();
    }
}
