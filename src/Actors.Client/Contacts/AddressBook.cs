using System.Globalization;
using Actors.Client.Network;
using Actors.Client.Text;
using Akka.Configuration;

namespace Actors.Client.Contacts;

/// <summary>Names and where they are reached: <c>client.contacts</c> of <c>client.conf</c>.</summary>
internal sealed class AddressBook
{
    /// <summary>Contacts at most.</summary>
    public const int MostContacts = 10_000;

    private const string Key = "client.contacts";
    private readonly Dictionary<string, Contact> _byName;

    private AddressBook(IReadOnlyList<Contact> contacts) =>
        (Contacts, _byName) = (contacts, contacts.ToDictionary(contact => contact.Name, StringComparer.Ordinal));

    /// <summary>All, in the file's order.</summary>
    public IReadOnlyList<Contact> Contacts { get; }

    /// <summary>The file in force: the one that is named, else ./hocon/client.conf, else the one beside the executable.</summary>
    /// <exception cref="ClientFault">It cannot be read, or does not hold.</exception>
    public static AddressBook Load(string? named)
    {
        string[] usual = [Path.Combine("hocon", "client.conf"), Path.Combine(AppContext.BaseDirectory, "hocon", "client.conf")];
        var file = named ?? usual.FirstOrDefault(File.Exists)
            ?? throw new ClientFault(ExitCode.Usage, "no address book: give --config FILE, or make ./hocon/client.conf");
        try
        {
            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ClientFault(ExitCode.Usage, $"{PeerText.Show(file)}: cannot be read: {PeerText.Show(fault.Message)}");
        }
    }

    /// <summary>Reads an address book.</summary>
    /// <param name="hocon">The text.</param>
    /// <param name="file">What it is called in refusals.</param>
    /// <exception cref="ClientFault">It does not hold.</exception>
    public static AddressBook Parse(string hocon, string file)
    {
        var entries = Entries(hocon, file);
        if (entries.Count > MostContacts) throw Refused(file, $"{Key} holds {entries.Count} contacts, at most {MostContacts} are taken");
        return new AddressBook([.. entries.Select((entry, index) => Read(entry.Name, entry.Address, index + 1, file))]);
    }

    /// <summary>The one of this name or number, or null.</summary>
    public Contact? Find(string nameOrNumber)
    {
        var asked = nameOrNumber.Trim();
        if (_byName.TryGetValue(asked, out var named)) return named;
        var isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= 1 && number <= Contacts.Count ? Contacts[number - 1] : null;
    }

    private static List<(string Name, string? Address)> Entries(string hocon, string file)
    {
        try
        {
            var contacts = ConfigurationFactory.ParseString(hocon).GetConfig(Key);
            return contacts is null
                ? []
                : [.. contacts.AsEnumerable().Select(entry => (entry.Key, entry.Value.IsString() ? entry.Value.GetString() : null))];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The two engines' parsers throw exceptions of different types; all of them mean the same here.
            throw Refused(file, fault.Message.ReplaceLineEndings(" "));
        }
    }

    private static Contact Read(string name, string? address, int number, string file)
    {
        if (name.Trim() != name || name.Length == 0 || name.EnumerateRunes().Any(PeerText.IsObeyed))
            throw Refused(file, $"{Key}: '{name}' is no name: no blanks around it, no control characters");
        if (name is "quit" || name.All(char.IsAsciiDigit))
            throw Refused(file, $"{Key}: '{name}' is no name: it would be taken as a command or a number");
        if (!PeerAddress.TryParse(address ?? "", out var peer))
        {
            var found = address is null ? "an object or a list" : $"'{address}'";
            throw Refused(file, $"{Key}.{name}: expected \"HOST:PORT\", such as \"127.0.0.1:8081\", and not {found}");
        }

        return new Contact(number, name, peer);
    }

    private static ClientFault Refused(string file, string message) =>
        new(ExitCode.Usage, $"{PeerText.Show(file)}: {PeerText.Show(message)}");
}
