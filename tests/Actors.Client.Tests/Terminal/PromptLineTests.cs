using Actors.Client.Terminal;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Terminal;

public sealed class PromptLineTests
{
    private readonly FakeTerminal _terminal = new(isInteractive: true);
    private readonly PromptLine _prompt;

    public PromptLineTests() => _prompt = new PromptLine(_terminal);

    private Screen Screen => Screen.Of(_terminal.Output.Text);

    [Fact]
    public void A_line_appears_above_the_one_being_typed()
    {
        _prompt.Show("狗哥> ");
        Type("你好");
        _prompt.Print("a line that is longer than the prompt");

        Assert.Equal(["a line that is longer than the prompt", "狗哥> 你好"], Screen.Rows);
        Assert.Equal(10, Screen.Column);
    }

    [Fact]
    public void The_cursor_stays_where_it_was()
    {
        _prompt.Show("> ");
        Type("你好ab");
        for (var i = 0; i < 3; i++) _prompt.Press(Keys.Of(ConsoleKey.LeftArrow), out _);
        _prompt.Print("hello");

        Assert.Equal(4, Screen.Column);
        Assert.Equal("> 你好ab", Screen.LastRow);
    }

    [Fact]
    public void A_submitted_line_stays_above_with_the_prompt_that_is_to_be_kept()
    {
        _prompt.Show("[1 sent] 狗哥> ", "狗哥> ");
        Type("你好");
        _prompt.Press(Keys.Enter, out var line);

        Assert.Equal("你好", line);
        Assert.Equal(["狗哥> 你好", "[1 sent] 狗哥>"], Screen.Rows);
    }

    [Fact]
    public void A_changed_prompt_keeps_what_was_typed()
    {
        _prompt.Show("[9] > ");
        Type("狗");
        _prompt.Show("[10] > ");

        Assert.Equal("[10] > 狗", Screen.LastRow);
        Assert.Equal(9, Screen.Column);
    }

    [Fact]
    public void A_hidden_prompt_leaves_an_empty_row()
    {
        _prompt.Show("> ");
        Type("狗");
        _prompt.Hide();
        _prompt.Print("bye");

        Assert.Equal(["bye", ""], Screen.Rows);
    }

    private void Type(string text)
    {
        foreach (var key in Keys.Typing(text)) _prompt.Press(key, out _);
    }
}
