using System;
using System.Threading;
using System.Threading.Tasks;
public class Plans
{
    private readonly PlanRepository _planRepository;
    private volatile bool _stopped;
    public void Start()
    {
        // expect-next work/in-process-schedule error {job=Plans (12000)}
        Task.Run(() => Process());
        // clean-next work/in-process-schedule -- tries again until it has worked, and ends
        Task.Run(() => Announce());
        // clean-next work/in-process-schedule -- once
        Task.Run(() => Once());
    }
    private void Process()
    {
        while (true)
        {
            try
            {
                DbContext.CreateContext();
                foreach (var plan in _planRepository.GetReady()) _planRepository.Insert(Job.Of(plan));
            }
            finally
            {
                Thread.Sleep(12000);
            }
        }
    }
    private void Announce()
    {
        while (true)
        {
            try
            {
                _planRepository.Insert(Job.Of(Environment.MachineName));
                return;
            }
            catch (Exception)
            {
                Thread.Sleep(1000);
            }
        }
    }
    private void Once()
    {
        Thread.Sleep(1000);
        _planRepository.Insert(Job.Of("start"));
    }
    public void Begin()
    {
        // expect-next work/in-process-schedule error {job=Plans (60000)}
        var worker = new Thread(Work) { IsBackground = true };
        worker.Start();
    }
    private void Work()
    {
        while (!_stopped)
        {
            _planRepository.Insert(Job.Of("tick"));
            Thread.Sleep(60000);
        }
    }
}
public class Meter
{
    public void Start()
    {
        // clean-next work/in-process-schedule -- stays in its process
        new Thread(() =>
        {
            while (true)
            {
                _gauge.Set(GC.GetTotalMemory(false));
                Thread.Sleep(1000);
            }
        }).Start();
    }
}
