package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import io.pacelight.embedded.bson.BsonSplice;
import io.pacelight.embedded.bson.Elements;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change that can be made to a document without decoding it. */
sealed interface RawUpdate {
    /** The document as it shall become. */
    RawBson applyTo(Found stored);

    /** The change as such a one; null if it is of another kind and left to mongo-java-server, which also refuses what is wrong. */
    static @Nullable RawUpdate of(RawBson change) {
        Elements first = change.elements();
        if (!first.next() || !first.isOperator()) return isReplacement(change) ? new Replacement(change) : null;
        boolean sets = first.isNamed("$set") && first.isDocument();
        RawBson fields = sets ? first.document() : change;
        return sets && !first.next() ? SetFields.of(fields) : null;
    }

    private static boolean isReplacement(RawBson change) {
        for (Elements field = change.elements(); field.next(); ) if (field.isOperator() || field.isPath()) return false;
        return true;
    }

    /** Everything but the id becomes what the replacement says. */
    record Replacement(RawBson document) implements RawUpdate {
        @Override
        public RawBson applyTo(Found stored) {
            RawBson replaced = document.field(Ids.NAME) == null
                    ? Ids.putFirst(Objects.requireNonNull(stored.document().field(Ids.NAME)), document)
                    : Ids.first(document);
            Object id = Ids.of(replaced);
            if (!Ids.position(id).equals(stored.position()))
                throw new ImmutableFieldException(
                        "After applying the update, the (immutable) field '_id' was found to have been altered to _id: "
                                + id);
            return replaced;
        }
    }

    /** Some fields at the top get other values where they stand; those that were not there follow at the end. */
    record SetFields(List<Elements> values) implements RawUpdate {
        static @Nullable RawUpdate of(RawBson fields) {
            List<Elements> values = new ArrayList<>();
            for (Elements field = fields.elements(); field.next(); ) {
                if (field.isOperator() || field.isPath() || field.isNamed(Ids.NAME)) return null;
                if (find(values, field) >= 0) return null;
                values.add(field.here());
            }
            return values.isEmpty() ? null : new SetFields(values);
        }

        private static int find(List<Elements> values, Elements field) {
            for (int i = 0; i < values.size(); i++) if (values.get(i).isNamedAs(field)) return i;
            return -1;
        }

        @Override
        public RawBson applyTo(Found stored) {
            BsonSplice changed = new BsonSplice(stored.document().length() + length());
            boolean[] there = new boolean[values.size()];
            for (Elements field = stored.document().elements(); field.next(); ) {
                int at = find(values, field);
                changed.add(at < 0 ? field : values.get(at));
                if (at >= 0) there[at] = true;
            }
            for (int i = 0; i < there.length; i++) if (!there[i]) changed.add(values.get(i));
            return changed.end();
        }

        private int length() {
            int length = 0;
            for (Elements value : values) length += value.length();
            return length;
        }
    }
}
