public class OrderController : Controller
{
    private readonly IEmailSender emailSender;
    [HttpPost] public IActionResult Place(Order order)
    {
        // expect-next work/unmanaged-thread warning
        Task.Run(() => emailSender.SendEmailAsync(order.Mail));
        //   ^^^
        return Ok();
    }
    [HttpPost] public async Task<IActionResult> Wait(Order order)
    {
        // clean-next work/unmanaged-thread -- waited for
        await Task.Run(() => emailSender.SendEmailAsync(order.Mail));
        return Ok();
    }
}
