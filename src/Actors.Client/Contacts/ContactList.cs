using System.Globalization;
using Actors.Client.Terminal;
using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Contacts;

/// <summary>The address book as a person, a script and a bot see it; columns counted in cells, so that CJK names stay aligned.</summary>
internal static class ContactList
{
    // Names in a refusal: a few lines of a terminal.
    private const int MostNames = 20;

    public static void Show(Output output, AddressBook book)
    {
        if (!output.IsPretty)
        {
            var widest = book.Contacts.Select(contact => CellWidth.Of(contact.Name)).DefaultIfEmpty().Max();
            var digits = book.Contacts.Count.ToString(CultureInfo.InvariantCulture).Length;
            foreach (var contact in book.Contacts)
            {
                var number = contact.Number.ToString(CultureInfo.InvariantCulture).PadLeft(digits);
                output.Say($"{number} {CellWidth.Pad(contact.Name, widest)} {PeerText.Show(contact.Address.ToString())}", Json(contact));
            }

            return;
        }

        var table = new Table().RoundedBorder().AddColumn(new TableColumn("#").RightAligned()).AddColumns("name", "address");
        foreach (var contact in book.Contacts)
        {
            table.AddRow(
                contact.Number.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(contact.Name),
                $"[teal]{Markup.Escape(PeerText.Show(contact.Address.ToString()))}[/]");
        }

        output.Show(table, [], JsonLine.Of("contacts"));
    }

    /// <summary>A name that is in no line, and those that are.</summary>
    public static void Refuse(Output output, AddressBook book, string asked)
    {
        var names = string.Join(", ", book.Contacts.Take(MostNames).Select(contact => $"{contact.Number} {contact.Name}"));
        var more = book.Contacts.Count > MostNames ? $" and {book.Contacts.Count - MostNames} more" : "";
        output.Note($"no contact '{PeerText.Show(asked)}'; there are: {names}{more}", JsonLine.Of("unknown").With("name", asked));
    }

    private static JsonLine Json(Contact contact) =>
        JsonLine.Of("contact").With("number", contact.Number).With("name", contact.Name).With("address", contact.Address.ToString());
}
