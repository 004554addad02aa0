package io.pacelight.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what an expectation names: files, quoted values and row numbers. */
final class Words {
    private static final Pattern NAMED =
            Pattern.compile("[A-Za-z]+\\.csv|'[^']*'|data rows \\d+ and \\d+|data row \\d+");

    private Words() {}

    /** Every file and quoted value of a sentence, and each row as the JSON field that must hold it. */
    static List<String> ofPlace(String sentence) {
        List<String> words = new ArrayList<>();
        Matcher named = NAMED.matcher(sentence);
        while (named.find()) {
            String word = named.group();
            if (word.startsWith("data row ")) words.add("\"row\":" + word.replaceAll("\\D", ""));
            else if (word.indexOf('?') < 0)
                words.add(word.startsWith("'") ? word.substring(1, word.length() - 1) : word);
        }
        return words;
    }

    static Map<String, Integer> rowsByFile(JsonNode job) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (JsonNode file : job.get("files"))
            rows.put(file.get("file").asString(), file.get("rows").asInt());
        return rows;
    }
}
