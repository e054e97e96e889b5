import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Arrays;
import java.util.Base64;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.lang3.StringEscapeUtils;
import org.apache.commons.lang3.StringUtils;

/**
 * Answers the cases that run.ts sends, one a line: fields separated by tabs, the first names the question. An answer is
 * one line; an exception is answered by its name after an exclamation mark.
 */
@SuppressWarnings("deprecation")
public class Agreement {
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII), 1 << 20);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        StringBuilder answers = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] fields = line.split("\t", -1);
            for (int at = 0; at < fields.length; at++) fields[at] = decode(fields[at]);
            answers.append(encode(answer(fields))).append('\n');
            if (answers.length() > 1 << 16) {
                out.print(answers);
                answers.setLength(0);
            }
        }
        out.print(answers);
        out.flush();
    }

    static String answer(String[] fields) {
        String family = fields[0].substring(0, fields[0].indexOf('.'));
        String operation = fields[0].substring(family.length() + 1);
        try {
            switch (family) {
                case "decimal": return DecimalAnswers.answer(operation, fields);
                case "string": return StringAnswers.answer(operation, fields);
                case "regex": return RegexAnswers.answer(operation, fields);
                case "hash": return HashAnswers.answer(operation, fields);
                case "date": return DateAnswers.answer(operation, fields);
                case "number": return NumberAnswers.answer(operation, fields);
                default: throw new IllegalStateException("Unknown family " + family);
            }
        } catch (PatternSyntaxException error) {
            return "!syntax " + error.getMessage();
        } catch (StackOverflowError error) {
            return "!overflow";
        } catch (IllegalStateException error) {
            throw error;
        } catch (Exception error) {
            return "!" + error.getClass().getSimpleName();
        }
    }

    /** Characters beyond printable ASCII, and the backslash, are written as their four hexadecimal digits. */
    static String decode(String text) {
        if (text.indexOf('\\') < 0) return text;
        StringBuilder decoded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '\\') {
                decoded.append(character);
                continue;
            }
            decoded.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
            at += 4;
        }
        return decoded.toString();
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character >= ' ' && character < 127 && character != '\\') encoded.append(character);
            else encoded.append('\\').append(String.format("%04x", (int) character));
        }
        return encoded.toString();
    }

    /**
     * Double.toString as release 19 specifies it; earlier ones print a digit too many for some doubles. Of the decimals
     * that read back as `value` it is one with the fewest digits, two at least, and of these the nearest.
     */
    static String shortest(double value) {
        String text = Double.toString(value);
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 2; digits <= 17 && value != 0; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() != value) continue;
            String mantissa = rounded.unscaledValue().abs().toString();
            int exponent = mantissa.length() - 1 - rounded.scale();
            mantissa = mantissa.replaceAll("0+$", "");
            if (exponent >= -3 && exponent < 7) {
                String plain = rounded.stripTrailingZeros().toPlainString();
                return plain.contains(".") ? plain : plain + ".0";
            }
            String fraction = mantissa.length() > 1 ? mantissa.substring(1) : "0";
            return (value < 0 ? "-" : "") + mantissa.charAt(0) + "." + fraction + "E" + exponent;
        }
        return text;
    }

    static String list(List<String> items) {
        StringBuilder text = new StringBuilder("[");
        for (String item : items) text.append(item == null ? "<null>" : item.length() + ":" + item).append(';');
        return text.append(']').toString();
    }

    static class DecimalAnswers {
        static final MathContext QUOTIENT = new MathContext(33, RoundingMode.HALF_UP);

        static String answer(String operation, String[] fields) {
            BigDecimal a = new BigDecimal(fields[1]);
            switch (operation) {
                case "text": return a.toString() + " " + a.toPlainString() + " " + a.precision() + " " + a.signum();
                case "narrow": return a.intValue() + " " + a.longValue() + " " + number(a.doubleValue());
                case "strip": return a.stripTrailingZeros().toString();
                case "pow": return a.pow(Integer.parseInt(fields[2])).toString();
                case "setScale":
                    return a.setScale(Integer.parseInt(fields[2]), RoundingMode.valueOf(fields[3])).toString();
                case "ofDouble": return new BigDecimal(shortest(Double.parseDouble(fields[1]))).toString();
                default: break;
            }
            BigDecimal b = new BigDecimal(fields[2]);
            switch (operation) {
                case "add": return a.add(b).toString();
                case "subtract": return a.subtract(b).toString();
                case "multiply": return a.multiply(b).toString();
                case "compare": return Integer.toString(a.compareTo(b));
                case "divide": {
                    BigDecimal quotient = a.divide(b, QUOTIENT);
                    return (quotient.scale() < 0 ? quotient.setScale(0) : quotient).toString();
                }
                case "divideToScale":
                    return a.divide(b, Integer.parseInt(fields[3]), RoundingMode.valueOf(fields[4])).toString();
                default: throw new IllegalStateException(operation);
            }
        }

        static String number(double value) {
            return Long.toHexString(Double.doubleToLongBits(value));
        }
    }

    static class RegexAnswers {
        static String answer(String operation, String[] fields) {
            if (operation.equals("quote")) {
                return fields[2].matches(Pattern.quote(fields[1])) + Matcher.quoteReplacement(fields[2]);
            }
            Pattern pattern = Pattern.compile(fields[1]);
            CharSequence text = new CountedText(fields[2]);
            switch (operation) {
                case "find": {
                    Matcher matcher = pattern.matcher(text);
                    StringBuilder found = new StringBuilder();
                    while (matcher.find()) found.append(describe(matcher));
                    return found.append(matcher.hitEnd()).append(matcher.requireEnd()).toString();
                }
                case "matches": {
                    Matcher matcher = pattern.matcher(text);
                    boolean matches = matcher.matches();
                    return matches + (matches ? describe(matcher) : "") + matcher.hitEnd() + matcher.requireEnd();
                }
                case "lookingAt": {
                    Matcher matcher = pattern.matcher(text);
                    boolean matches = matcher.lookingAt();
                    return matches + (matches ? describe(matcher) : "") + matcher.hitEnd() + matcher.requireEnd();
                }
                case "region": {
                    Matcher matcher = pattern.matcher(text);
                    matcher.region(Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
                    matcher.useAnchoringBounds(fields[5].equals("true"));
                    matcher.useTransparentBounds(fields[6].equals("true"));
                    StringBuilder found = new StringBuilder();
                    while (matcher.find()) found.append(describe(matcher));
                    return found.append(matcher.hitEnd()).append(matcher.requireEnd()).toString();
                }
                case "split": return list(List.of(pattern.split(text, Integer.parseInt(fields[3]))));
                case "replaceAll": return pattern.matcher(text).replaceAll(fields[3]);
                case "replaceFirst": return pattern.matcher(text).replaceFirst(fields[3]);
                default: throw new IllegalStateException(operation);
            }
        }

        /** Text that can be read so often only: the platform limits its regular expressions in this way. */
        record CountedText(String text, int[] read) implements CharSequence {
            CountedText(String text) { this(text, new int[1]); }

            public char charAt(int index) {
                if (++read[0] > 1_000_000) throw new TooComplicatedException();
                return text.charAt(index);
            }

            public int length() { return text.length(); }
            public CharSequence subSequence(int start, int end) { return text.substring(start, end); }
            public String toString() { return text; }
        }

        static class TooComplicatedException extends RuntimeException {}

        static String describe(Matcher matcher) {
            StringBuilder text = new StringBuilder("(");
            for (int group = 0; group <= matcher.groupCount(); group++) {
                text.append(matcher.start(group)).append('-').append(matcher.end(group)).append(' ');
            }
            return text.append(')').toString();
        }
    }

    static class StringAnswers {
        static String answer(String operation, String[] fields) {
            String text = fields[1];
            switch (operation) {
                case "capitalize": return StringUtils.capitalize(text);
                case "uncapitalize": return StringUtils.uncapitalize(text);
                case "swapCase": return StringUtils.swapCase(text);
                case "reverse": return StringUtils.reverse(text);
                case "deleteWhitespace": return StringUtils.deleteWhitespace(text);
                case "normalizeSpace": return StringUtils.normalizeSpace(text);
                case "trim": return text.trim();
                case "toLowerCase": return text.toLowerCase(Locale.ENGLISH);
                case "toUpperCase": return text.toUpperCase(Locale.ENGLISH);
                case "escapeCsv": return StringEscapeUtils.escapeCsv(text);
                case "escapeEcmaScript": return StringEscapeUtils.escapeEcmaScript(text);
                case "escapeHtml3": return StringEscapeUtils.escapeHtml3(text);
                case "escapeHtml4": return StringEscapeUtils.escapeHtml4(text);
                case "escapeJava": return StringEscapeUtils.escapeJava(text);
                case "escapeXml": return StringEscapeUtils.escapeXml(text);
                case "unescapeCsv": return StringEscapeUtils.unescapeCsv(text);
                case "unescapeEcmaScript": return StringEscapeUtils.unescapeEcmaScript(text);
                case "unescapeHtml3": return StringEscapeUtils.unescapeHtml3(text);
                case "unescapeHtml4": return StringEscapeUtils.unescapeHtml4(text);
                case "unescapeJava": return StringEscapeUtils.unescapeJava(text);
                case "unescapeXml": return StringEscapeUtils.unescapeXml(text);
                case "predicates": return predicates(text);
                case "splitByCharacterType": return list(List.of(StringUtils.splitByCharacterType(text)));
                case "splitByCharacterTypeCamelCase":
                    return list(List.of(StringUtils.splitByCharacterTypeCamelCase(text)));
                case "hashCode": return Integer.toString(text.hashCode());
                case "format": return formatMessage(text, Arrays.copyOfRange(fields, 2, fields.length));
                default: break;
            }
            if (operation.endsWith(".i")) return withNumbers(operation, text, Integer.parseInt(fields[2]), 0);
            if (operation.endsWith(".ii")) {
                return withNumbers(operation, text, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
            }
            if (operation.endsWith(".si")) return withTextAndNumber(operation, text, fields[2], Integer.parseInt(fields[3]));
            return withTexts(operation, text, fields);
        }

        static String predicates(String text) {
            return "" + StringUtils.isAllLowerCase(text) + StringUtils.isAllUpperCase(text) + StringUtils.isAlpha(text)
                + StringUtils.isAlphaSpace(text) + StringUtils.isAlphanumeric(text) + StringUtils.isAlphanumericSpace(text)
                + StringUtils.isAsciiPrintable(text) + StringUtils.isNumeric(text) + StringUtils.isNumericSpace(text)
                + StringUtils.isWhitespace(text) + StringUtils.containsWhitespace(text) + StringUtils.isBlank(text)
                + StringUtils.isEmpty(text);
        }

        static String formatMessage(String pattern, String[] values) {
            Object[] objects = new Object[values.length];
            for (int at = 0; at < values.length; at++) {
                String value = values[at].substring(1);
                switch (values[at].charAt(0)) {
                    case 's': objects[at] = value; break;
                    case 'i': objects[at] = Integer.valueOf(value); break;
                    case 'd': objects[at] = new BigDecimal(value); break;
                    case 'f': objects[at] = Double.valueOf(value); break;
                    default: objects[at] = null;
                }
            }
            return new MessageFormat(pattern, Locale.US).format(objects);
        }

        static String withNumbers(String operation, String text, int first, int second) {
            switch (operation) {
                case "abbreviate.i": return StringUtils.abbreviate(text, first);
                case "center.i": return StringUtils.center(text, first);
                case "left.i": return StringUtils.left(text, first);
                case "leftPad.i": return StringUtils.leftPad(text, first);
                case "right.i": return StringUtils.right(text, first);
                case "rightPad.i": return StringUtils.rightPad(text, first);
                case "repeat.i": return StringUtils.repeat(text, first);
                case "charAt.i": return Integer.toString(text.charAt(first));
                case "codePointAt.i": return Integer.toString(text.codePointAt(first));
                case "codePointBefore.i": return Integer.toString(text.codePointBefore(first));
                case "indexOfChar.i": return Integer.toString(text.indexOf(first));
                case "lastIndexOfChar.i": return Integer.toString(text.lastIndexOf(first));
                case "substring.i": return text.substring(first);
                case "abbreviate.ii": return StringUtils.abbreviate(text, second, first);
                case "mid.ii": return StringUtils.mid(text, first, second);
                case "substring.ii": return text.substring(first, second);
                case "codePointCount.ii": return Integer.toString(text.codePointCount(first, second));
                case "offsetByCodePoints.ii": return Integer.toString(text.offsetByCodePoints(first, second));
                case "indexOfChar.ii": return Integer.toString(text.indexOf(first, second));
                case "lastIndexOfChar.ii": return Integer.toString(text.lastIndexOf(first, second));
                default: throw new IllegalStateException(operation);
            }
        }

        static String withTextAndNumber(String operation, String text, String other, int number) {
            switch (operation) {
                case "center.si": return StringUtils.center(text, number, other);
                case "leftPad.si": return StringUtils.leftPad(text, number, other);
                case "rightPad.si": return StringUtils.rightPad(text, number, other);
                case "indexOf.si": return Integer.toString(text.indexOf(other, number));
                case "lastIndexOf.si": return Integer.toString(text.lastIndexOf(other, number));
                case "indexOfIgnoreCase.si": return Integer.toString(StringUtils.indexOfIgnoreCase(text, other, number));
                case "lastIndexOfIgnoreCase.si":
                    return Integer.toString(StringUtils.lastIndexOfIgnoreCase(text, other, number));
                case "getLevenshteinDistance.si":
                    return Integer.toString(StringUtils.getLevenshteinDistance(text, other, number));
                case "repeat.si": return StringUtils.repeat(text, other, number);
                default: throw new IllegalStateException(operation);
            }
        }

        static String withTexts(String operation, String text, String[] fields) {
            String other = fields[2];
            switch (operation) {
                case "contains.s": return "" + text.contains(other);
                case "containsAny.s": return "" + StringUtils.containsAny(text, other);
                case "containsIgnoreCase.s": return "" + StringUtils.containsIgnoreCase(text, other);
                case "containsNone.s": return "" + StringUtils.containsNone(text, other);
                case "containsOnly.s": return "" + StringUtils.containsOnly(text, other);
                case "countMatches.s": return "" + StringUtils.countMatches(text, other);
                case "difference.s": return StringUtils.difference(text, other);
                case "endsWith.s": return "" + text.endsWith(other);
                case "endsWithIgnoreCase.s": return "" + StringUtils.endsWithIgnoreCase(text, other);
                case "equalsIgnoreCase.s": return "" + text.equalsIgnoreCase(other);
                case "indexOf.s": return "" + text.indexOf(other);
                case "indexOfAny.s": return "" + StringUtils.indexOfAny(text, other);
                case "indexOfAnyBut.s": return "" + StringUtils.indexOfAnyBut(text, other.toCharArray());
                case "indexOfDifference.s": return "" + StringUtils.indexOfDifference(text, other);
                case "indexOfIgnoreCase.s": return "" + StringUtils.indexOfIgnoreCase(text, other);
                case "lastIndexOf.s": return "" + text.lastIndexOf(other);
                case "lastIndexOfIgnoreCase.s": return "" + StringUtils.lastIndexOfIgnoreCase(text, other);
                case "remove.s": return StringUtils.remove(text, other);
                case "removeEnd.s": return StringUtils.removeEnd(text, other);
                case "removeEndIgnoreCase.s": return StringUtils.removeEndIgnoreCase(text, other);
                case "removeStart.s": return StringUtils.removeStart(text, other);
                case "removeStartIgnoreCase.s": return StringUtils.removeStartIgnoreCase(text, other);
                case "startsWith.s": return "" + text.startsWith(other);
                case "startsWithIgnoreCase.s": return "" + StringUtils.startsWithIgnoreCase(text, other);
                case "substringAfter.s": return StringUtils.substringAfter(text, other);
                case "substringAfterLast.s": return StringUtils.substringAfterLast(text, other);
                case "substringBefore.s": return StringUtils.substringBefore(text, other);
                case "substringBeforeLast.s": return StringUtils.substringBeforeLast(text, other);
                case "substringBetween.s": return "" + StringUtils.substringBetween(text, other);
                case "compareTo.s": return "" + text.compareTo(other);
                case "getLevenshteinDistance.s": return "" + StringUtils.getLevenshteinDistance(text, other);
                case "getCommonPrefix.s": return StringUtils.getCommonPrefix(text, other);
                case "replace.ss": return text.replace(other, fields[3]);
                case "substringBetween.ss": return "" + StringUtils.substringBetween(text, other, fields[3]);
                case "overlay.sii":
                    return StringUtils.overlay(text, other, Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
                default: throw new IllegalStateException(operation);
            }
        }
    }

    static class HashAnswers {
        static String answer(String operation, String[] fields) throws Exception {
            byte[] data = fields[1].getBytes(StandardCharsets.UTF_8);
            switch (operation) {
                case "digest":
                    if (fields[2].equals("CRC32")) {
                        CRC32 checksum = new CRC32();
                        checksum.update(data);
                        return String.format("%08x", checksum.getValue());
                    }
                    return hex(MessageDigest.getInstance(fields[2]).digest(data));
                case "mac": {
                    Mac mac = Mac.getInstance(fields[2]);
                    mac.init(new SecretKeySpec(fields[3].getBytes(StandardCharsets.UTF_8), fields[2]));
                    return hex(mac.doFinal(data));
                }
                case "aes": {
                    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                    SecretKeySpec key = new SecretKeySpec(fields[2].getBytes(StandardCharsets.US_ASCII), "AES");
                    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(fields[3].getBytes(StandardCharsets.US_ASCII)));
                    return hex(cipher.doFinal(data));
                }
                case "base64": return Base64.getEncoder().encodeToString(data);
                case "urlEncode": return URLEncoder.encode(fields[1], fields[2]);
                case "urlDecode": return URLDecoder.decode(fields[1], fields[2]);
                case "double": return Integer.toString(Double.hashCode(Double.parseDouble(fields[1])));
                case "long": return Integer.toString(Long.hashCode(Long.parseLong(fields[1])));
                case "uuid": return UUID.fromString(fields[1]).hashCode() + " " + UUID.fromString(fields[1]);
                default: throw new IllegalStateException(operation);
            }
        }

        static String hex(byte[] bytes) {
            StringBuilder text = new StringBuilder();
            for (byte each : bytes) text.append(String.format("%02x", each));
            return text.toString();
        }
    }

    static class DateAnswers {
        static String answer(String operation, String[] fields) {
            TimeZone zone = TimeZone.getTimeZone(fields[1]);
            GregorianCalendar calendar = new GregorianCalendar(zone, Locale.US);
            switch (operation) {
                case "format": {
                    SimpleDateFormat format = new SimpleDateFormat(fields[3], Locale.US);
                    format.setTimeZone(zone);
                    return format.format(new Date(Long.parseLong(fields[2])));
                }
                case "offset": return Integer.toString(zone.getOffset(Long.parseLong(fields[2])));
                case "instant": {
                    calendar.clear();
                    calendar.set(number(fields, 2), number(fields, 3) - 1, number(fields, 4), number(fields, 5),
                        number(fields, 6), number(fields, 7));
                    return Long.toString(calendar.getTimeInMillis());
                }
                case "add": {
                    calendar.setTimeInMillis(Long.parseLong(fields[2]));
                    calendar.add(fields[3].equals("months") ? Calendar.MONTH : Calendar.DATE, number(fields, 4));
                    return Long.toString(calendar.getTimeInMillis());
                }
                default: throw new IllegalStateException(operation);
            }
        }

        static int number(String[] fields, int at) {
            return Integer.parseInt(fields[at]);
        }
    }

    static class NumberAnswers {
        static String answer(String operation, String[] fields) {
            switch (operation) {
                case "locale":
                    return NumberFormat.getInstance(Locale.forLanguageTag(fields[1])).format(new BigDecimal(fields[2]));
                case "pattern": {
                    DecimalFormat format = new DecimalFormat(fields[1], DecimalFormatSymbols.getInstance(Locale.US));
                    return format.format(new BigDecimal(fields[2]));
                }
                case "double": return shortest(Double.parseDouble(fields[1]));
                case "narrow": {
                    double value = Double.parseDouble(fields[1]);
                    return (int) value + " " + (long) value + " " + Math.round(value) + " " + shortest(Math.rint(value));
                }
                case "integers": {
                    int a = Integer.parseInt(fields[1]);
                    int b = Integer.parseInt(fields[2]);
                    return (a + b) + " " + (a - b) + " " + a * b + " " + (a << b) + " " + (a >> b) + " " + (a >>> b) + " "
                        + (a & b) + " " + (a | b) + " " + (a ^ b) + " " + ~a + " " + -a + " " + a / b + " " + a % b;
                }
                case "longs": {
                    long a = Long.parseLong(fields[1]);
                    long b = Long.parseLong(fields[2]);
                    return (a + b) + " " + (a - b) + " " + a * b + " " + (a << b) + " " + (a >> b) + " " + (a >>> b) + " "
                        + (a & b) + " " + (a | b) + " " + (a ^ b) + " " + ~a + " " + -a + " " + (int) a + " " + a / b
                        + " " + a % b;
                }
                default: throw new IllegalStateException(operation);
            }
        }
    }
}
