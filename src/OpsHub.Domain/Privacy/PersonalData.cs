using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsHub.Domain.Privacy;

/// <summary>What kind of personal data a stretch of text is (个人信息类型).</summary>
public enum PersonalKind
{
    /// <summary>Number of an identity card (身份证号), 18 or 15 digits.</summary>
    Identity,

    /// <summary>Telephone number (电话号码), mobile or landline.</summary>
    Telephone,
}

/// <summary>A stretch of personal data in a text.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct PersonalStretch(int Start, int Length, PersonalKind Kind);

/// <summary>Finds and masks personal data in free text (个人信息识别与遮蔽): numbers of identity cards and telephones. Codes of units, numbers of cases
/// and dates are none. The text itself is never changed: masking is for readers without need. G049, G053.</summary>
public static partial class PersonalData
{
    private const char Star = '*';

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // First two digits of an identity card: province-level divisions.
    private static readonly HashSet<int> Provinces =
        [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83];

    /// <summary>Every stretch of personal data, in order; none overlap.</summary>
    /// <param name="text">Free text.</param>
    /// <param name="isCode">True for a run of digits that is a code known to the hub, such as a grid's fifteen, and never an old identity card's number.</param>
    public static ImmutableList<PersonalStretch> Find(string text, Func<string, bool> isCode)
    {
        if (!MayHold(text))
            return [];
        var plain = Plain(text);
        var found = new List<PersonalStretch>();
        Add(Card().Matches(plain).Where(m => IsCard(Digits(m.Value))), PersonalKind.Identity);
        Add(OldCard().Matches(plain).Where(m => IsOldCard(m.Value) && !isCode(m.Value)), PersonalKind.Identity);
        Add(Mobile().Matches(plain), PersonalKind.Telephone);
        Add(Landline().Matches(plain), PersonalKind.Telephone);
        Add(LocalNumber().Matches(plain), PersonalKind.Telephone);
        return [.. found.OrderBy(s => s.Start)];

        void Add(IEnumerable<Match> matches, PersonalKind kind)
        {
            foreach (var m in matches)
            {
                if (!found.Exists(s => s.Start < m.Index + m.Length && m.Index < s.Start + s.Length))
                    found.Add(new(m.Index, m.Length, kind));
            }
        }
    }

    /// <summary>The text with every character of personal data replaced by a star; the same text where there is none.</summary>
    /// <param name="text">Free text.</param>
    /// <param name="isCode">As in <see cref="Find"/>.</param>
    public static string Mask(string text, Func<string, bool> isCode)
    {
        var found = Find(text, isCode);
        if (found.IsEmpty)
            return text;
        var masked = text.ToCharArray();
        foreach (var stretch in found)
            Array.Fill(masked, Star, stretch.Start, stretch.Length);
        return new string(masked);
    }

    // Seven digits are the fewest that any of them has: most texts have not.
    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c) && ++digits >= 7)
                return true;
        }

        return false;
    }

    // Full-width digits and signs read as their plain ones; one character stays one character.
    private static string Plain(string text) => string.Create(text.Length, text, (plain, given) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = given[i] switch
            {
                >= '\uFF10' and <= '\uFF19' => (char)(given[i] - '\uFF10' + '0'),
                '\uFF38' or '\uFF58' => 'X',
                '\uFF0D' or '\u2010' or '\u2011' or '\u2013' or '\u2014' => '-',
                '\uFF08' => '(',
                '\uFF09' => ')',
                '\uFF0B' => '+',
                '\u3000' or '\u00A0' => ' ',
                var c => c,
            };
        }
    });

    private static string Digits(string text) => string.Concat(text.Where(c => c is not (' ' or '-')));

    // GB 11643: region, date of birth, sequence, and a check digit by weights modulo 11.
    private static bool IsCard(string card) =>
        Provinces.Contains(int.Parse(card.AsSpan(0, 2), CultureInfo.InvariantCulture)) && IsDate(card[6..14])
        && "10X98765432"[Weights.Select((w, i) => w * (card[i] - '0')).Sum() % 11] == char.ToUpperInvariant(card[17]);

    private static bool IsOldCard(string card) => Provinces.Contains(int.Parse(card.AsSpan(0, 2), CultureInfo.InvariantCulture)) && IsDate("19" + card[6..12]);

    private static bool IsDate(string digits) => DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9Xx](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{14}(?![0-9Xx])", RegexOptions.CultureInvariant)]
    private static partial Regex OldCard();

    [GeneratedRegex(@"(?<![0-9])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9])(?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[ -]?[2-8][0-9]{6,7}(?:-[0-9]{1,5})?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    // Without an area code only after a word that says so: eight digits are also a date or a reference.
    [GeneratedRegex(@"(?<=(?:电话|座机|手机|致电|拨打|联系方式|[Tt][Ee][Ll])[:：. ]{0,3})[2-8][0-9]{2,3}[ -]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LocalNumber();
}
