using Actors.Client.Contacts;

namespace Actors.Client.Tests.Contacts;

public sealed class AddressBookTests
{
    [Fact]
    public void The_delivered_book_has_the_documents_four_in_order()
    {
        var book = AddressBook.Load(Path.Combine(AppContext.BaseDirectory, "hocon", "client.conf"));

        Assert.Equal(["狗哥", "瞎驴", "一棵树", "武大郎"], book.Contacts.Select(contact => contact.Name));
        Assert.Equal("127.0.0.1:8081", book.Find("武大郎")?.Address.ToString());
        Assert.Equal("瞎驴", book.Find(" 2 ")?.Name);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("狗")]
    [InlineData("")]
    public void Who_is_not_in_the_book_is_not_found(string asked) =>
        Assert.Null(AddressBook.Parse("""client.contacts { 狗哥 = "a:1", bob = "b:2" }""", "book").Find(asked));

    [Fact]
    public void A_thousand_contacts_keep_the_files_order()
    {
        var names = Enumerable.Range(1, 1_000).Select(i => $"人{(i * 7_919) % 1_009}x{i}").ToList();
        var book = AddressBook.Parse(
            $"client.contacts {{\n{string.Join('\n', names.Select(name => $"\"{name}\" = \"127.0.0.1:8081\""))}\n}}", "book");

        Assert.Equal(names, book.Contacts.Select(contact => contact.Name));
        Assert.Equal(names[999], book.Find("1000")?.Name);
    }

    [Fact]
    public void An_empty_book_is_a_book() => Assert.Empty(AddressBook.Parse("", "book").Contacts);

    [Theory]
    [InlineData("""client.contacts { a = "nowhere" }""", "client.contacts.a: expected \"HOST:PORT\"")]
    [InlineData("""client.contacts { a { b = 1 } }""", "client.contacts.a: expected \"HOST:PORT\"")]
    [InlineData("""client.contacts { quit = "a:1" }""", "'quit' is no name")]
    [InlineData("""client.contacts { 12 = "a:1" }""", "'12' is no name")]
    public void What_does_not_hold_is_refused_with_file_and_key(string hocon, string part)
    {
        var fault = Assert.Throws<ClientFault>(() => AddressBook.Parse(hocon, "book.conf"));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
        Assert.StartsWith("book.conf: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_line() =>
        Assert.Contains("cannot be read", Assert.Throws<ClientFault>(() => AddressBook.Load("/nowhere/client.conf")).Message);
}
