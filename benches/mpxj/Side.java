import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.time.LocalDateTime;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.cpm.MicrosoftScheduler;
import org.mpxj.mspdi.MSPDIReader;

/** Reads a file and schedules it, so many times in one process; prints nanoseconds of each and a sum of the dates. */
public final class Side {
    public static void main(String[] arguments) throws Exception {
        byte[] bytes = Files.readAllBytes(new File(arguments[0]).toPath());
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            ProjectFile file = new MSPDIReader().read(new ByteArrayInputStream(bytes));
            long read = System.nanoTime();
            LocalDateTime start = file.getProjectProperties().getStartDate();
            new MicrosoftScheduler().schedule(file, start);
            long end = System.nanoTime();
            LocalDateTime last = start;
            int tasks = 0;
            for (Task task : file.getTasks()) {
                LocalDateTime finish = task.getEarlyFinish();
                if (finish != null && finish.isAfter(last)) last = finish;
                tasks++;
            }
            System.out.println((read - begin) + " " + (end - read) + " " + tasks + " " + last);
        }
    }
}
