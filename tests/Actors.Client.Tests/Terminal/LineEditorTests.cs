using Actors.Client.Terminal;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Terminal;

public sealed class LineEditorTests
{
    private readonly LineEditor _editor = new();

    [Fact]
    public void What_is_typed_is_submitted_whole_and_the_line_is_empty_again()
    {
        Type("狗哥 says 😀");

        Assert.Equal("狗哥 says 😀", Submit());
        Assert.Equal("", _editor.Text);
    }

    [Theory]
    [InlineData("ab狗", "ab")]
    [InlineData("a😀", "a")]
    [InlineData("a👩‍👩‍👧", "a")]
    [InlineData("xe\u0301", "x")]
    [InlineData("", "")]
    public void Backspace_removes_what_a_reader_calls_one_character(string typed, string left)
    {
        Type(typed);
        Press(Keys.Of(ConsoleKey.Backspace));

        Assert.Equal(left, _editor.Text);
    }

    [Fact]
    public void Letters_go_in_where_the_cursor_is()
    {
        Type("狗哥");
        Press(Keys.Of(ConsoleKey.LeftArrow));
        Type("x");
        Press(Keys.Of(ConsoleKey.Home));
        Type("y");
        Press(Keys.Of(ConsoleKey.End));
        Type("z");

        Assert.Equal("y狗x哥z", _editor.Text);
    }

    [Fact]
    public void An_accent_joins_the_letter_before_the_cursor_and_the_cursor_stays_between_characters()
    {
        Type("ab");
        Press(Keys.Of(ConsoleKey.LeftArrow));
        Type("\u0301");
        Press(Keys.Of(ConsoleKey.Backspace));

        Assert.Equal("b", _editor.Text);
        Assert.Equal(0, _editor.Cursor);
    }

    [Fact]
    public void Control_keys_do_what_shells_taught()
    {
        Type("one two  ");
        Press(Keys.Control(ConsoleKey.W));
        Assert.Equal("one ", _editor.Text);
        Press(Keys.Control(ConsoleKey.A));
        Press(Keys.Control(ConsoleKey.D));
        Assert.Equal("ne ", _editor.Text);
        Press(Keys.Control(ConsoleKey.F));
        Press(Keys.Control(ConsoleKey.K));
        Assert.Equal("n", _editor.Text);
        Press(Keys.Control(ConsoleKey.U));
        Assert.Equal("", _editor.Text);
    }

    [Fact]
    public void Control_D_on_an_empty_line_ends_the_input() =>
        Assert.Equal(EditResult.EndOfInput, _editor.Press(Keys.Control(ConsoleKey.D), out _));

    [Fact]
    public void Earlier_lines_come_back_and_so_does_the_one_that_was_begun()
    {
        Type("first");
        Submit();
        Type("second");
        Submit();
        Type("draft");

        Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("second", _editor.Text);
        Press(Keys.Of(ConsoleKey.UpArrow));
        Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("first", _editor.Text);
        Press(Keys.Of(ConsoleKey.DownArrow));
        Press(Keys.Of(ConsoleKey.DownArrow));
        Assert.Equal("draft", _editor.Text);
    }

    [Fact]
    public void Control_and_formatting_characters_are_not_typed()
    {
        Type("a\u001b\u0007\u202e\tb\0");

        Assert.Equal("ab", _editor.Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_never_in_the_line()
    {
        Type("\udc00a\ud83db");

        Assert.Equal("ab", _editor.Text);
    }

    [Fact]
    public void A_line_has_a_bound()
    {
        Type(new string('a', LineEditor.MaxLength + 5));

        Assert.Equal(LineEditor.MaxLength, _editor.Text.Length);
    }

    private void Type(string text)
    {
        foreach (var key in Keys.Typing(text)) Press(key);
    }

    private void Press(ConsoleKeyInfo key) => _editor.Press(key, out _);

    private string? Submit()
    {
        Assert.Equal(EditResult.Submitted, _editor.Press(Keys.Enter, out var line));
        return line;
    }
}
