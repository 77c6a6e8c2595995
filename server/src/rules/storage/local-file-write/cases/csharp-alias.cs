using System.IO;
using File = Tags.File;
public class SongReader
{
    public string Album(Song song)
    {
        // clean-next storage/local-file-write -- a class of another library that is called File as well
        var tags = File.Create(song.MediaPath);
        return tags.Album;
    }
    public void Note(Song song)
    {
        // expect-next storage/local-file-write warning
        System.IO.File.WriteAllText(song.NotePath, song.Note);
    }
}
