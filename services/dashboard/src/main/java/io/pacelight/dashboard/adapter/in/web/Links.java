package io.pacelight.dashboard.adapter.in.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The addresses of the pages, encoded. */
final class Links {
    private Links() {}

    static String nextBell(String classId) {
        return "/classes/" + segment(classId) + "/next";
    }

    static String grid(String classId) {
        return "/classes/" + segment(classId);
    }

    static String cell(String classId, String studentId, String code) {
        return grid(classId) + "?student=" + parameter(studentId) + "&code=" + parameter(code);
    }

    static String student(String studentId) {
        return "/students/" + segment(studentId);
    }

    static String school(String schoolId) {
        return "/schools/" + segment(schoolId);
    }

    static String segment(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    static String parameter(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
