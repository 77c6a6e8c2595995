using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
public class Board
{
    // expect-next state/mutable-static info {field=_notes}
    private readonly ConcurrentDictionary<string, Note> _notes = new ConcurrentDictionary<string, Note>();
    public void Pin(string name, Note note)
    {
        _notes.AddOrUpdate(name, note, (_, _) => note);
    }
    public Note Of(string name) => _notes[name];
}
public class NotesController : ControllerBase
{
    private readonly Board _board;
    public NotesController(Board board) => _board = board;
    public void Post(string name, Note note) => _board.Pin(name, note);
}
