package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import io.pacelight.embedded.bson.BsonSplice;
import io.pacelight.embedded.bson.Elements;
import io.pacelight.embedded.bson.Fields;
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
        boolean sets = first.name().equals("$set") && first.isDocument();
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
    record SetFields(RawBson values, List<String> names, Fields fields) implements RawUpdate {
        static @Nullable RawUpdate of(RawBson values) {
            List<String> names = new ArrayList<>();
            for (Elements field = values.elements(); field.next(); ) {
                String name = field.name();
                if (field.isOperator() || field.isPath() || name.equals(Ids.NAME) || names.contains(name)) return null;
                names.add(name);
            }
            return names.isEmpty() ? null : new SetFields(values, names, Fields.of(names));
        }

        @Override
        public RawBson applyTo(Found stored) {
            BsonSplice changed = new BsonSplice(stored.document().length() + values.length());
            List<String> absent = new ArrayList<>(names);
            for (Elements field = stored.document().elements(); field.next(); ) {
                if (field.isIn(fields)) {
                    String name = field.name();
                    absent.remove(name);
                    changed.add(value(name));
                } else {
                    changed.add(field);
                }
            }
            absent.forEach(name -> changed.add(value(name)));
            return changed.end();
        }

        private Elements value(String name) {
            return Objects.requireNonNull(values.field(name));
        }
    }
}
