package io.pacelight.dashboard.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as the wire gives them: absent means empty. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
