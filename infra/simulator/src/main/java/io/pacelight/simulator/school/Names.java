package io.pacelight.simulator.school;

import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.words.WordLists;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented names of people and schools from the word lists among the resources. */
final class Names {
    private static final double SAME_ORIGIN = 0.85;

    private final List<Origin> origins = new ArrayList<>();
    private final int weights;
    private final List<String> schoolFirst;
    private final List<String> schoolSecond;

    private record Origin(int weight, List<String> given, List<String> family) {}

    Names() {
        int sum = 0;
        for (List<String> line : WordLists.read("names.txt", '|')) {
            int weight = Integer.parseInt(line.getFirst());
            origins.add(new Origin(weight, words(line.get(1)), words(line.get(2))));
            sum += weight;
        }
        this.weights = sum;
        List<List<String>> schools = WordLists.read("schools.txt", ',');
        this.schoolFirst = schools.get(0);
        this.schoolSecond = schools.get(1);
    }

    /** A given name and a family name that usually go together. */
    String[] person(Draw draw) {
        Origin origin = origin(draw);
        String given = draw.pick(origin.given());
        Origin familyOrigin = draw.chance(SAME_ORIGIN) ? origin : origin(draw);
        return new String[] {given, draw.pick(familyOrigin.family())};
    }

    /** The name of the school with this number; no two of the first 1,024 are alike. */
    String school(int number, int offset, boolean high) {
        int firsts = schoolFirst.size();
        int seconds = schoolSecond.size();
        int place = number + offset;
        String first = schoolFirst.get(place % firsts);
        String second = schoolSecond.get((place * 7 + number / firsts) % seconds);
        int round = number / (firsts * seconds);
        return first + " " + second + (round == 0 ? "" : " " + (round + 1))
                + (high ? " High School" : " Middle School");
    }

    /** The name in lower-case ASCII letters, for user names. */
    static String plain(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFD);
        var letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (letter < 128 && Character.isLetter(letter)) letters.append(letter);
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private Origin origin(Draw draw) {
        int place = draw.below(weights);
        for (Origin origin : origins) {
            place -= origin.weight();
            if (place < 0) return origin;
        }
        throw new IllegalStateException("names.txt: the weights do not add up to " + weights);
    }

    private static List<String> words(String list) {
        return List.of(list.split(",", -1));
    }
}
