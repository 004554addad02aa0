package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Viewer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: the menu of this viewer, the theme, and what the live stream should watch. */
public record Shell(String here, @Nullable Viewer viewer, List<Item> menu, String theme, ZoneId zone) {

    /** One entry of the menu. */
    public record Item(String key, String href, boolean current) {}

    static Shell of(String here, @Nullable Viewer viewer, String theme) {
        return new Shell(here, viewer, menu(here, viewer), theme, viewer == null ? ZoneOffset.UTC : viewer.zone());
    }

    private static List<Item> menu(String here, @Nullable Viewer viewer) {
        List<Item> items = new ArrayList<>();
        if (viewer == null) {
            return items;
        }
        if (viewer.role() == Viewer.Role.STUDENT) {
            items.add(new Item("student", "/me", here.equals("student")));
            return items;
        }
        if (!viewer.classes().isEmpty()) {
            if (viewer.role() == Viewer.Role.TEACHER || viewer.role() == Viewer.Role.COACH) {
                items.add(new Item("next", "/next", here.equals("next")));
            }
            items.add(new Item("classes", "/classes", here.equals("classes")));
        }
        if (viewer.role() != Viewer.Role.TEACHER && !viewer.schools().isEmpty()) {
            items.add(new Item("schools", "/schools", here.equals("schools")));
        }
        if (viewer.role() == Viewer.Role.DISTRICT && viewer.district() != null) {
            items.add(new Item("district", "/districts/" + viewer.district().id(), here.equals("district")));
        }
        return items;
    }
}
