package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.ReadPages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Gives controllers their {@link Visit}: the caller’s token, and the viewer as reporting knows them. */
@Component
class VisitResolver implements HandlerMethodArgumentResolver {

    private final CallerResolver callers;
    private final ReadPages pages;

    VisitResolver(CallerResolver callers, ReadPages pages) {
        this.callers = callers;
        this.pages = pages;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        Caller caller = callers.caller(request, response);
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        return new Visit(caller, pages.viewer(caller), theme(request), fragment);
    }

    /** The theme chosen on this device; “auto” follows the system. */
    static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "theme");
        String value = cookie == null ? "" : cookie.getValue();
        return value.equals("dark") || value.equals("light") ? value : "auto";
    }
}
