package io.pacelight.events;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads dates and decimals as the schemas say them, and no other way: dates are ISO text, decimals are JSON numbers of sane length. */
final class WireValues extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 100;

    WireValues() {
        super("wire-values");
        addDeserializer(Instant.class, new Text<>(Instant.class, IsoInstant::parse));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
        addDeserializer(LocalTime.class, new Text<>(LocalTime.class, LocalTime::parse));
        addDeserializer(BigDecimal.class, new Decimal());
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING))
                throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "");
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeException e) {
                throw context.weirdStringException("", handledType(), "");
            }
        }
    }

    /** Bounded, since a number of six characters can have a billion digits once it is written out. */
    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric())
                throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_NUMBER_FLOAT, "");
            BigDecimal number = parser.getDecimalValue();
            if (number.scale() > DIGITS || number.precision() - (long) number.scale() > DIGITS)
                throw context.weirdNumberException(0, handledType(), "");
            return number;
        }
    }
}
